/** A door through which everybody comes as the same one: for tests that are not about the door. */

/** In: who everybody is. Out: a door for `createServer`. */
export const openDoor = <Authority>(authority: Authority) => ({
  isReadingOpen: true,
  identify: () => Promise.resolve(authority),
  refused: () => undefined,
});
