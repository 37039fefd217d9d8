import { field, smallButton } from './styles';

export function KeyForm({ wrong }: { wrong: boolean }) {
  return (
    <form
      action="/sandbox/enter"
      method="post"
      className="mx-auto mt-10 max-w-sm rounded-2xl bg-card p-6 ring-1 ring-line"
    >
      <h1 className="font-semibold text-xl">This sandbox is public</h1>
      <p className="mt-2 text-soft leading-relaxed">
        Its console shows other people’s payments, so it asks for the key (SEQR_SANDBOX_KEY). The payer app is open.
      </p>
      <label className="mt-4 block font-medium text-sm" htmlFor="key">
        Key
      </label>
      <input
        id="key"
        name="key"
        type="password"
        required
        autoComplete="current-password"
        aria-describedby={wrong ? 'key-wrong' : undefined}
        className={`${field} mt-1 w-full`}
      />
      {wrong && (
        <p id="key-wrong" role="alert" className="mt-2 text-bad text-sm">
          Wrong key. Enter the key of this sandbox.
        </p>
      )}
      <button type="submit" className={`${smallButton} mt-4 w-full`}>
        Open the console
      </button>
    </form>
  );
}
