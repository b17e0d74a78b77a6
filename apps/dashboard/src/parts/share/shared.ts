/** What a view gives to be taken elsewhere. */

export const pictureFormats = ['svg', 'png'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

export interface Shared {
  /** The citation in words. */
  readonly citation: string;
  /** The address of the view that shows the same for ever. */
  readonly address: string;
  /** The address of the figures as data; absent where there is none. */
  readonly data: string | undefined;
  /** Saves the charts of the view as one picture; absent where it has none. */
  readonly savePicture: ((format: PictureFormat) => Promise<void>) | undefined;
}

/** Does something, and says that it is done, or why not. */
export interface Acting {
  readonly act: (work: () => Promise<void>, done?: string) => void;
}
