'use client';

import { useEffect, useRef, useState } from 'react';
import { parseCodePath } from './invoice-code';

type State = 'asking' | 'looking' | 'foreign' | 'none';

/** The camera's picture with a finder. Opens the invoice of the scanned code. */
export function Scanner({
  query,
  texts,
}: {
  /** The query string to add to the invoice's address, with its question mark. */
  query: string;
  texts: Record<State, string>;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<State>('asking');

  useEffect(() => {
    let stop = () => {};
    let left = false;
    async function start(picture: HTMLVideoElement) {
      // The decoder is only loaded for scanning.
      const { frameLoop, QRCanvas, rearCamera } = await import('qr/dom.js');
      const camera = await rearCamera(picture);
      const canvas = new QRCanvas();
      const cancel = frameLoop(async () => {
        const text = await camera.readFrame(canvas, true);
        if (typeof text !== 'string') return;
        const path = parseCodePath(text);
        if (!path) return setState('foreign');
        stop();
        window.location.assign(path + query);
      }, picture);
      stop = () => {
        cancel();
        camera.stop();
      };
      if (left) stop();
      else setState('looking');
    }
    if (video.current) start(video.current).catch(() => setState('none'));
    return () => {
      left = true;
      stop();
    };
  }, [query]);

  if (state === 'none') {
    return (
      <p role="status" className="rounded-2xl bg-warn-tint px-4 py-4 text-warn leading-relaxed">
        {texts.none}
      </p>
    );
  }
  return (
    <div className="relative h-full min-h-72 overflow-hidden rounded-3xl bg-black">
      <video ref={video} muted playsInline className="absolute inset-0 size-full object-cover" />
      <div
        aria-hidden="true"
        className="absolute inset-x-[14%] top-1/2 aspect-square -translate-y-1/2 rounded-3xl border-4 border-white/85 shadow-[0_0_0_100vmax_rgb(0_0_0/0.45)]"
      />
      <p role="status" className="absolute inset-x-4 bottom-5 text-balance text-center text-white">
        {texts[state]}
      </p>
    </div>
  );
}
