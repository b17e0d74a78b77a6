/** Leaves a part of the page as it is while what it hangs on is the same. */
import { Component, type ComponentChildren } from 'preact';

interface Props {
  /** What the part is made from; its parts are compared as objects. */
  readonly on: readonly unknown[];
  readonly children: () => ComponentChildren;
}

export class Still extends Component<Props> {
  override shouldComponentUpdate({ on }: Props): boolean {
    return on.some((one, i) => one !== this.props.on[i]);
  }

  override render() {
    return this.props.children();
  }
}
