import type { ComponentProps } from 'react';
import { pictureSource } from '@/lib/media-path';

interface Props extends Omit<ComponentProps<'img'>, 'src' | 'srcSet' | 'sizes'> {
  /** `Product.image`; empty if the product has no picture. */
  image: string;
  alt: string;
  /** The width in which the page shows the picture, as in `img`. */
  sizes: string;
}

/** A picture of a product, in the smallest stored size that suffices. Without a picture, an empty area. */
export function ProductImage({ image, alt, sizes, ...more }: Props) {
  if (image === '') return <span className={`block ${more.className ?? ''}`} />;
  return <img {...pictureSource(image, sizes)} alt={alt} {...more} />;
}
