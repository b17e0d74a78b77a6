/** A part of the page that is drawn again only when one of its input values changes. */
import { Component, type ComponentChildren } from 'preact';

interface Props {
  /** The input values of the part, always in the same order. Objects are compared by identity. */
  readonly values: readonly unknown[];
  readonly children: () => ComponentChildren;
}

export class RedrawOn extends Component<Props> {
  override shouldComponentUpdate({ values }: Props): boolean {
    return values.some((one, i) => one !== this.props.values[i]);
  }

  override render() {
    return this.props.children();
  }
}
