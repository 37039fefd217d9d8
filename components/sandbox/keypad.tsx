import { DeleteIcon } from './icons';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'] as const;
const key =
  'grid h-14 flat:h-11 place-items-center rounded-2xl text-2xl font-medium select-none touch-manipulation active:bg-tint';

/** A numeric keypad. It only fills the field above, so it is hidden without JavaScript. */
export function Keypad({
  label,
  remove,
  disabled,
  setPin,
  length,
}: {
  label: string;
  remove: string;
  disabled: boolean;
  setPin: (change: (pin: string) => string) => void;
  length: number;
}) {
  return (
    <fieldset
      aria-label={label}
      disabled={disabled}
      className="mx-auto hidden max-w-80 grid-cols-3 gap-1.5 scripted:grid"
    >
      {KEYS.map((digit) =>
        digit === '' ? (
          <span key="space" />
        ) : (
          <button
            key={digit}
            type="button"
            className={key}
            onClick={() => setPin((pin) => (pin + digit).slice(0, length))}
          >
            {digit}
          </button>
        ),
      )}
      <button type="button" aria-label={remove} className={key} onClick={() => setPin((pin) => pin.slice(0, -1))}>
        <DeleteIcon />
      </button>
    </fieldset>
  );
}
