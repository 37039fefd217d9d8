'use client';

import { type ChangeEvent, type ReactNode, useRef, useState } from 'react';

interface Props {
  /** The field that chooses the file. */
  children: ReactNode;
  label: string;
}

/** In pixels, twice the height on the page. */
const HEIGHT = 320;

/**
 * Shows the chosen picture before it is uploaded. Uses a canvas, because the page's Content-Security-Policy allows no
 * picture from an object URL. A file that the browser cannot decode is not shown; the server checks every file.
 */
export function PicturePreview({ children, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isShown, setIsShown] = useState(false);

  async function show({ target }: ChangeEvent<HTMLElement>) {
    if (!(target instanceof HTMLInputElement)) return;
    const file = target.files?.[0];
    const picture = file ? await createImageBitmap(file, { resizeHeight: HEIGHT }).catch(() => null) : null;
    const context = canvas.current?.getContext('2d');
    // Another file may have been chosen meanwhile.
    if (target.files?.[0] === file && canvas.current && context) {
      if (picture) {
        [canvas.current.width, canvas.current.height] = [picture.width, picture.height];
        context.drawImage(picture, 0, 0);
      }
      setIsShown(picture !== null);
    }
    picture?.close();
  }

  return (
    <div onChange={show}>
      {children}
      <canvas
        ref={canvas}
        hidden={!isShown}
        role="img"
        aria-label={label}
        className="mt-3 h-40 max-w-full rounded-field bg-sunken object-contain"
      />
    </div>
  );
}
