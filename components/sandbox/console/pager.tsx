import { smallButton } from './styles';

/** A link to older lines of this page, or of the page at `path`. To go back, the reader uses the browser's button. */
export function Pager({
  query,
  before,
  text = 'Older',
  path = '',
}: {
  query: Record<string, string | undefined>;
  before: string | null;
  text?: string;
  path?: string;
}) {
  if (!before) return null;
  const parameters = Object.entries({ ...query, before }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return (
    <p className="my-4 text-center">
      <a href={`${path}?${new URLSearchParams(parameters)}`} className={smallButton}>
        {text}
      </a>
    </p>
  );
}
