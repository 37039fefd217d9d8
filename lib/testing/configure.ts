/** Gives this test file's process other environment variables, also where the configuration had been read already. */
export function configure(variables: Record<string, string>): void {
  Object.assign(process.env, variables);
  Reflect.deleteProperty(globalThis, Symbol.for('seqr-webshop.config'));
}
