import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { withoutSoftHyphens } from '@/lib/typed-text';
import { ScrollArea } from '../ui/scroll-area';
import { PictureLinks } from './picture-links';
import { ProductImage } from './product-image';

interface Props {
  /** The first one is the picture that lists show. */
  pictures: readonly string[];
  /** The product's name, and the alternative text of the first picture. */
  name: string;
  imageAlt: string;
  messages: ShopTexts;
}

const SIZES = '(min-width: 64rem) 38rem, 100vw';
const square = 'aspect-square w-full bg-sunken sm:rounded-tile';
const outer = '-mx-5 sm:mx-0';

/** A product's pictures in a strip that scrolls from one to the next, and links to each of them. Needs no script. */
export function ProductGallery({ pictures, name, imageAlt, messages: { product: m } }: Props) {
  const [first = '', ...others] = pictures;
  const main = (
    <ProductImage
      image={first}
      alt={imageAlt}
      sizes={SIZES}
      width={800}
      height={800}
      fetchPriority="high"
      className={`${square} ${others.length > 0 ? 'object-contain' : 'object-cover'}`}
    />
  );
  if (others.length === 0) return <div className={outer}>{main}</div>;
  const plainName = withoutSoftHyphens(name);
  const altOf = (index: number) => m.pictureOf(plainName, index + 1, pictures.length);
  return (
    <div className="min-w-0">
      <ScrollArea
        label={m.pictures}
        className={`${outer} flex snap-x snap-mandatory [scrollbar-width:thin] sm:rounded-tile`}
      >
        {pictures.map((picture, index) => (
          <div key={picture} id={anchorOf(index)} className="w-full shrink-0 snap-start scroll-mt-48">
            {index === 0 ? (
              main
            ) : (
              <ProductImage
                image={picture}
                alt={altOf(index)}
                sizes={SIZES}
                width={800}
                height={800}
                loading="lazy"
                decoding="async"
                className={`${square} object-contain`}
              />
            )}
          </div>
        ))}
      </ScrollArea>
      <PictureLinks
        links={pictures.map((image, index) => ({
          id: anchorOf(index),
          image,
          label: m.showPicture(index + 1, pictures.length),
        }))}
      />
    </div>
  );
}

function anchorOf(index: number): string {
  return `picture-${index + 1}`;
}
