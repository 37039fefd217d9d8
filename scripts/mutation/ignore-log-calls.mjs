// A log line tells an operator what the code did. The tests check what it did.

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
