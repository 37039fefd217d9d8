import { things } from '../../things';

export const dynamicParams = false;

export function generateStaticParams() {
  return things.map(({ id }) => ({ id }));
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const thing = things.find((known) => known.id === id);
  return (
    <main>
      <h1>{thing?.name}</h1>
      <p>{thing?.price} kr</p>
    </main>
  );
}
