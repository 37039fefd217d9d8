import Link from 'next/link';
import { things } from './things';

// The page does as little as a page with such a list can do: it has no styles, pictures, cart or database.
export default function Page() {
  return (
    <main>
      <h1>Things</h1>
      <ul>
        {things.map(({ id, name, price }) => (
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
