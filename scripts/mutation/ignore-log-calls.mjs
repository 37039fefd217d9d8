// Log calls are not mutated: the tests check what the code does, not what it logs.

/** @typedef {{ type: string, name?: string, object?: Node, callee?: Node, body?: Node }} Node */

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'log-calls',
    value: {
      /** @param {{ node: Node }} path */
      shouldIgnore: ({ node }) => (isLogCall(node) || isLogCallback(node) ? 'changes only a log line' : undefined),
    },
  },
];

/**
 * `log.error(…)`
 * @param {Node | undefined} node
 */
function isLogCall(node) {
  return (
    node?.type === 'CallExpression' && node.callee?.type === 'MemberExpression' && node.callee.object?.name === 'log'
  );
}

/**
 * `() => log.error(…)`
 * @param {Node} node
 */
function isLogCallback(node) {
  return node.type === 'ArrowFunctionExpression' && isLogCall(node.body);
}
