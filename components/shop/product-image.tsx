import type { ComponentProps } from 'react';
import { pictureSource } from '@/lib/media-path';

interface Props extends Omit<ComponentProps<'img'>, 'src' | 'srcSet' | 'sizes'> {
  /** `Product.image`; empty if the product has no picture. */
  image: string;
  alt: string;
  /** The picture's width on the page, as in `img`. */
  sizes: string;
}

/** A product's picture, in the smallest stored size that suffices, or a decorative drawing if it has none. */
export function ProductImage({ image, alt, sizes, ...more }: Props) {
  if (image === '') return <NoPicture className={more.className} />;
  const picture = <img {...pictureSource(image, sizes)} alt={alt} {...more} />;
  // React preloads each eager `img` of a prefetched page, even if the page is never opened, but none inside a `picture`.
  return more.loading === 'lazy' ? picture : <picture className="contents">{picture}</picture>;
}

function NoPicture({ className = '' }: { className?: string | undefined }) {
  return (
    <span className={`grid place-items-center text-control ${className}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true" className="w-2/5 max-w-24">
        <g fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinecap="round" strokeLinejoin="round">
          <rect x="3.5" y="4.5" width="17" height="15" rx="1.5" />
          <circle cx="8.5" cy="9.5" r="1.6" />
          <path d="m4 17 4.5-4 3 2.5 4-4.5 4.5 4.5" />
        </g>
      </svg>
    </span>
  );
}
