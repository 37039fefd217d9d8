// Tells whether the build in `.next` was made from the current sources. The stamp covers neither the database nor the
// environment variables.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashSources } from './hash-sources.mjs';
import { root } from './run.mjs';

const file = () => join(root, '.next', 'build-stamp');

export function isBuilt() {
  return (
    existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(file()) && readFileSync(file(), 'utf8') === buildStamp()
  );
}

export function markBuilt() {
  writeFileSync(file(), buildStamp());
}

function buildStamp() {
  return hashSources(root);
}
