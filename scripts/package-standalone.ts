// The last step of `npm run build -- --standalone`: makes Next's folder .next/standalone the content of an image. Adds
// the static files, which Next leaves out. Bundles the commands, because the image has no TypeScript.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import nextConfig from '../next.config.js';
import { root } from './shared/run.mjs';

const target = join(root, '.next', 'standalone');
const CONTRACT = 'lib/seqr/contract/seqr.wsdl';
const kept = ['.next', 'node_modules', 'package.json', 'prisma', 'server.js'];
const commands = ['migrate', 'seed', 'close-day', 'backup', 'copy-database', 'certify'].map(
  (name) => `scripts/${name}.ts`,
);

// Next adds the whole project, because some paths are computed from the working directory. The image needs only `kept`.
for (const name of readdirSync(target)) {
  if (!kept.includes(name)) rmSync(join(target, name), { recursive: true });
}
cpSync(join(root, CONTRACT), join(target, CONTRACT));
cpSync(join(root, '.next', 'static'), join(target, '.next', 'static'), { recursive: true });
cpSync(join(root, 'public'), join(target, 'public'), { recursive: true });
cpSync(join(root, 'scripts', 'container', 'start.mjs'), join(target, 'start.mjs'));
// The Dockerfile copies this empty folder. The image's user may write to it, and to no other.
mkdirSync(join(root, '.next', 'data'), { recursive: true });

await build({
  absWorkingDir: root,
  entryPoints: [...commands, 'lib/sandbox/standalone/serve.ts'],
  entryNames: '[name]',
  outdir: join(target, 'scripts', 'commands'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // An optional dependency of pg, which this project does not install.
  external: [...(nextConfig.serverExternalPackages ?? []), 'pg-native'],
  // Packages in CommonJS call `require`.
  banner: {
    js: "import { createRequire as newRequire } from 'node:module'; const require = newRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
