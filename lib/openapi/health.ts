import { answer, object, oneOf, ref } from './schema';
import type { ApiPart } from './types';

const database = ['ok', 'locked', 'full', 'read-only', 'failing', 'unused'];

export const healthApi: ApiPart = {
  tags: [{ name: 'Health', description: 'Whether the server works.' }],
  schemas: {
    Health: object({
      status: oneOf(['ok', 'failing']),
      role: oneOf(['all', 'web', 'worker']),
      server: oneOf(['ok', 'starting', 'stopping']),
      database: oneOf(database, 'The shop’s database.'),
      sandbox: oneOf(database, 'The sandbox’s database.'),
      seqr: oneOf(['ok', 'failing'], 'Whether SEQR answers.'),
      worker: oneOf(['ok', 'missing', 'unused'], 'Whether a worker checks payments.'),
    }),
  },
  paths: {
    '/api/health': {
      get: {
        operationId: 'checkHealth',
        tags: ['Health'],
        summary: 'Check the server',
        responses: { 200: answer('Everything works.', ref('Health')), 503: answer('A part fails.', ref('Health')) },
      },
    },
  },
};
