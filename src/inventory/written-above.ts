/**
 * The written key that a path belongs to: `user` for a read of `user.name`, where only `user` is written. Its own where
 * it is written itself, or nothing above it is.
 */
export function writtenAbove(path: readonly string[], isWritten: (path: readonly string[]) => boolean): readonly string[] {
  for (let length = path.length; length > 0; length--) {
    const above = path.slice(0, length);
    if (isWritten(above)) return above;
  }
  return path;
}
