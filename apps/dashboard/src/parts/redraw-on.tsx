/** A part of the page that is drawn anew only when one of the values that it is made from is another. */
import { Component, type ComponentChildren } from 'preact';

interface Props {
  /** What the part is made from, always in the same order; objects count as others when they are not the same object. */
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
