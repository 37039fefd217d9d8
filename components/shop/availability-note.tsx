import type { Availability } from '@/lib/catalogue/availability';
import type { Messages } from '@/lib/i18n/messages/en';

export function AvailabilityNote({ availability, messages }: { availability: Availability; messages: Messages }) {
  const m = messages.product;
  switch (availability.state) {
    case 'in-stock':
      return (
        <p className="flex items-center gap-2 text-pine">
          <Dot />
          {m.inStock}
        </p>
      );
    case 'few':
      return (
        <p className="flex items-center gap-2 text-straw">
          <Dot />
          {m.few(availability.left)}
        </p>
      );
    case 'sold-out':
      return (
        <p className="flex items-center gap-2 text-falu">
          <Dot />
          {m.soldOut}
        </p>
      );
  }
}

function Dot() {
  return <span aria-hidden="true" className="size-2 rounded-full bg-current" />;
}
