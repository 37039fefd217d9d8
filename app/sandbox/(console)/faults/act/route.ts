import type { FaultField } from '@/components/sandbox/console/fault-form';
import { readConsolePost, refuse, seeOther } from '../../console';
import { faultKinds, isFaultKind } from '../kinds';

/** Starts the fault that the form describes, or ends one (`end=<id>`) or all (`end=all`). */
export async function POST(request: Request): Promise<Response> {
  const post = await readConsolePost(request);
  if (post instanceof Response) return post;
  const { desk, form } = post;
  const end = form.get('end');
  if (end !== null) {
    const ended = await desk.endFaults(end === 'all' ? undefined : Number(end));
    return ended > 0 || end === 'all' ? seeOther('/sandbox/faults') : refuse(404, 'There is no such fault any more.');
  }
  const kinds = faultKinds(desk.operationNames);
  const kind = form.get('kind') ?? undefined;
  if (!isFaultKind(kind, kinds)) return refuse(400, 'kind: no such kind of fault.');
  const given = kinds[kind].fields.flatMap((field) => {
    const value = toValue(field, form.get(field.name));
    return value === undefined ? [] : [[field.name, value] as const];
  });
  const started = await desk.startFault({ kind, ...Object.fromEntries(given) });
  if (started.ok) return seeOther(`/sandbox/faults?kind=${kind}`);
  const problems = started.problems.map((problem) => ['problem', problem.slice(0, 200)]);
  return seeOther(`/sandbox/faults?${new URLSearchParams([['kind', kind], ...problems])}`);
}

/** As the control API's JSON would have it; undefined for a field left empty. */
function toValue({ type, isNumber }: FaultField, value: string | null): string | number | boolean | undefined {
  if (type === 'checkbox') return value !== null;
  const text = value?.trim() ?? '';
  if (text === '') return undefined;
  return type === 'number' || isNumber ? Number(text) : text;
}
