import type { FaultField } from '@/components/sandbox/console/fault-form';
import { seeOther } from '@/lib/http/see-other';
import { readConsolePost, refuse } from '../../console';
import { faultKinds, isFaultKind } from '../kinds';

/** Starts the fault in the form, or ends one (`end=<id>`) or all (`end=all`). */
export async function POST(request: Request): Promise<Response> {
  const post = await readConsolePost(request);
  if (post instanceof Response) return post;
  const { sandboxConsole, form } = post;
  const end = form.get('end');
  if (end !== null) {
    const ended = await sandboxConsole.endFaults(end === 'all' ? undefined : Number(end));
    return ended > 0 || end === 'all' ? seeOther('/sandbox/faults') : refuse(404, 'This fault no longer exists.');
  }
  const kinds = faultKinds(sandboxConsole.operationNames);
  const kind = form.get('kind') ?? undefined;
  if (!isFaultKind(kind, kinds)) return refuse(400, 'kind: no such kind of fault.');
  const entries = kinds[kind].fields.flatMap((field) => {
    const value = toValue(field, form.get(field.name));
    return value === undefined ? [] : [[field.name, value] as const];
  });
  const started = await sandboxConsole.startFault({ kind, ...Object.fromEntries(entries) });
  if (started.ok) return seeOther(`/sandbox/faults?kind=${kind}`);
  const problems = started.problems.map((problem) => ['problem', problem.slice(0, 200)]);
  return seeOther(`/sandbox/faults?${new URLSearchParams([['kind', kind], ...problems])}`);
}

/** The value for the control API; undefined for an empty field. */
function toValue({ type, isNumber }: FaultField, value: string | null): string | number | boolean | undefined {
  if (type === 'checkbox') return value !== null;
  const text = value?.trim() ?? '';
  if (text === '') return undefined;
  return type === 'number' || isNumber ? Number(text) : text;
}
