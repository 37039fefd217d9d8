import { notFound } from 'next/navigation';

// Every address under a language that nothing else answers: the 404 in that language, rendered when it is asked for.
export const dynamic = 'force-dynamic';

export default function UnknownPage() {
  notFound();
}
