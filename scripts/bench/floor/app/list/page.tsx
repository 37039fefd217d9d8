import Link from 'next/link';
import { things } from '../things';

/** A list whose links are prefetched, as Next does by default. */
export default function Page() {
  return (
    <main>
      <h1>Things</h1>
      <ul>
        {things.map(({ id, name, price }) => (
          <li key={id}>
            <Link href={`/list/${id}`}>{name}</Link> {price} kr
          </li>
        ))}
      </ul>
    </main>
  );
}
