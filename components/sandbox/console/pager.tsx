import { smallButton } from './styles';

/** On to older lines; back is the browser's own. */
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
