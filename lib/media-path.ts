// The names of uploaded pictures and their files. This file has no imports, because it also runs in the browser.
//
// A picture's path is `/media/<hash>-<width>x<height>`: a hash of its content, and its size in pixels. Its files are
// `<hash>-<width>x<height>-<file width>.webp`, one per width that pages use, and `<hash>-<width>x<height>.jpg`.

/** The widths in pixels at which pages show pictures. The last one is the largest that is stored. */
const WIDTHS = [160, 400, 800, 1600] as const;
/** A path without a file extension is answered with a picture of this width. */
const USUAL_WIDTH = 800;
/** The largest width of the JPEG, which link previews and search engines get. */
const JPEG_WIDTH = 1200;

export type Size = { readonly width: number; readonly height: number };
type Media = Size & { readonly id: string };

const ID = /^[0-9a-f]{32}-([1-9]\d{0,3})x([1-9]\d{0,3})$/;

/** The uploaded picture that a product's `image` refers to. Null for a file of `public` or an empty `image`. */
export function parseMedia(image: string): Media | null {
  return image.startsWith('/media/') ? parseId(image.slice('/media/'.length)) : null;
}

function parseId(id: string): Media | null {
  const [, width, height] = ID.exec(id) ?? [];
  return width && height ? { id, width: Number(width), height: Number(height) } : null;
}

export function toMediaId(hash: string, { width, height }: Size): string {
  return `${hash.slice(0, 32)}-${width}x${height}`;
}

export function toMediaPath(id: string): string {
  return `/media/${id}`;
}

/** The widths of a picture's WebP files, smallest first. No file is wider than the picture. */
export function fileWidths(width: number): number[] {
  return [...WIDTHS.filter((one) => one < width), width];
}

export function jpegSize(size: Size): Size {
  return scaled(size, Math.min(JPEG_WIDTH, size.width));
}

export function scaled({ width, height }: Size, to: number): Size {
  return { width: to, height: Math.max(1, Math.round((height * to) / width)) };
}

export function webpName(id: string, width: number): string {
  return `${id}-${width}.webp`;
}

export function jpegName(id: string): string {
  return `${id}.jpg`;
}

/** The names of all files of a picture. */
export function fileNames(id: string): string[] {
  const media = parseId(id);
  return media ? [...fileWidths(media.width).map((width) => webpName(id, width)), jpegName(id)] : [];
}

/** The file to answer with at `/media/<name>`. Null unless the name is exactly that of a picture or of one of its files. */
export function toFileName(name: string): string | null {
  const id = name.replace(/(?:-\d{1,4}\.webp|\.jpg)$/, '');
  const media = parseId(id);
  if (!media) return null;
  if (name === id) return webpName(id, fileWidths(media.width).find((width) => width >= USUAL_WIDTH) ?? media.width);
  return fileNames(id).includes(name) ? name : null;
}

/** The attributes of an `img`. `sizes`: the width at which the page shows the picture. */
export function pictureSource(image: string, sizes: string): { src: string; srcSet?: string; sizes?: string } {
  const media = parseMedia(image);
  if (!media) return { src: image };
  const srcSet = fileWidths(media.width)
    .map((width) => `${toMediaPath(webpName(media.id, width))} ${width}w`)
    .join(', ');
  return { src: toMediaPath(toFileName(media.id) ?? media.id), srcSet, sizes };
}

/** The path and size of a picture's JPEG. Null if it was not uploaded: the demonstration's pictures are SVG. */
export function toJpeg(image: string): (Size & { readonly path: string }) | null {
  const media = parseMedia(image);
  return media && { path: toMediaPath(jpegName(media.id)), ...jpegSize(media) };
}
