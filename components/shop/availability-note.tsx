import type { Availability } from '@/lib/catalogue/availability';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';

export function AvailabilityNote({ availability, messages }: { availability: Availability; messages: ShopTexts }) {
  const m = messages.product;
  switch (availability.state) {
    case 'in-stock':
      return (
        <p className="flex items-center gap-2 text-pine">
          <Dot />
          <span>{m.inStock}</span>
        </p>
      );
    case 'few':
      return (
        <p className="flex items-center gap-2 text-straw">
          <Dot />
          <span>{m.few(availability.left)}</span>
        </p>
      );
    case 'sold-out':
      return (
        <p className="flex items-center gap-2 text-falu">
          <Dot />
          <span>{m.soldOut}</span>
        </p>
      );
  }
}

function Dot() {
  return <span aria-hidden="true" className="size-2 rounded-full bg-current" />;
}
