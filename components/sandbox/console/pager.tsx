import { smallButton } from './styles';

/** Links to older lines. Going back uses the browser's button. */
export function Pager({
  query,
  before,
  text = 'Older',
}: {
  query: Record<string, string | undefined>;
  before: string | null;
  text?: string;
}) {
  if (!before) return null;
  const given = Object.entries({ ...query, before }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return (
    <p className="mt-4 text-center">
      <a href={`?${new URLSearchParams(given)}`} className={smallButton}>
        {text}
      </a>
    </p>
  );
}
