'use client';

import { type MouseEvent, useEffect, useState } from 'react';
import { ProductImage } from './product-image';

interface Props {
  /** In the order of the strip. `id` is the element that shows the picture. */
  links: readonly { readonly id: string; readonly image: string; readonly label: string }[];
}

/** Links to the pictures of a strip, with the shown one marked. Without scripts they are plain anchors. */
export function PictureLinks({ links }: Props) {
  const [shown, setShown] = useState('');

  useEffect(() => {
    const targets = links.flatMap(({ id }) => document.getElementById(id) ?? []);
    const observer = new IntersectionObserver(
      (changes) => setShown((before) => changes.find(({ isIntersecting }) => isIntersecting)?.target.id ?? before),
      { root: targets[0]?.parentElement ?? null, threshold: 0.6 },
    );
    for (const target of targets) observer.observe(target);
    return () => observer.disconnect();
  }, [links]);

  return (
    <ul className="mt-3 flex flex-wrap gap-2.5">
      {links.map(({ id, image, label }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            onClick={(event) => scrollTo(event, id)}
            aria-label={label}
            aria-current={id === shown ? 'true' : undefined}
            className="block overflow-hidden rounded-field border border-line hover:border-pine aria-[current]:border-pine aria-[current]:ring-2 aria-[current]:ring-pine"
          >
            <ProductImage
              image={image}
              alt=""
              sizes="4rem"
              width={96}
              height={96}
              loading="lazy"
              className="size-14 bg-sunken object-cover sm:size-16"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Shows the picture without an entry in the browser's history, so that Back leaves the product. */
function scrollTo(event: MouseEvent, id: string): void {
  const isNewTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const target = document.getElementById(id);
  const strip = target?.parentElement;
  if (isNewTab || !target || !strip) return;
  event.preventDefault();
  const { left, top } = target.getBoundingClientRect();
  strip.scrollBy({ left: left - strip.getBoundingClientRect().left });
  // Shows as much of the picture as fits above the clicked link.
  if (top < 0) event.currentTarget.scrollIntoView({ block: 'end' });
}
