import Link from 'next/link';

// The page does as little as a page with such a list can do: it has no styles, pictures, cart or database.
const items = Array.from({ length: 20 }, (_, index) => ({
  id: index,
  name: `Thing number ${index}`,
  price: 100 + index,
}));

export default function Page() {
  return (
    <main>
      <h1>Things</h1>
      <ul>
        {items.map(({ id, name, price }) => (
          <li key={id}>
            <Link href={`/?thing=${id}`} prefetch={false}>
              {name}
            </Link>{' '}
            {price} kr
          </li>
        ))}
      </ul>
    </main>
  );
}
