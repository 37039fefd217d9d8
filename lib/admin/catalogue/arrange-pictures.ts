import type { Session } from '../session';
import { changePictures, MAX_PICTURES, type PicturesChanged } from './change-pictures';

const moves: Readonly<Record<string, (at: number) => number>> = {
  first: () => 0,
  earlier: (at) => at - 1,
  later: (at) => at + 1,
};

/**
 * Carries out what a form says about one picture: `action` is `first`, `earlier`, `later`, `remove`, or `add` for one of
 * `available`. Null if there is no such product or action. A move beyond the end changes nothing.
 */
export async function arrangePictures(
  session: Session,
  slug: string,
  { action = '', image = '' }: { readonly action?: string; readonly image?: string },
  available: readonly string[],
): Promise<PicturesChanged | null> {
  const move = Object.hasOwn(moves, action) ? moves[action] : undefined;
  if (!move && action !== 'remove' && action !== 'add') return null;
  return changePictures(session, slug, (pictures) => {
    if (action === 'add') return available.includes(image) ? withPicture(pictures, image) : 'missing';
    const at = pictures.indexOf(image);
    if (at < 0) return 'missing';
    const others = pictures.toSpliced(at, 1);
    return move ? others.toSpliced(Math.max(0, move(at)), 0, image) : others;
  });
}

/** Appends a picture, unless the list contains it already. `many`: the list is full. */
export function withPicture(pictures: readonly string[], image: string): readonly string[] | 'many' {
  if (pictures.includes(image)) return pictures;
  return pictures.length < MAX_PICTURES ? [...pictures, image] : 'many';
}
