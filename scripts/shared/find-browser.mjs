// Finds the Chromium for the browser tests. It uses one that is installed on the machine, and downloads nothing.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// A Chromium without windows, in which the browser tests take little more than half the time.
const shell = 'chromium-headless-shell';
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

/** The path of a Chromium, or undefined. Throws if PLAYWRIGHT_CHROMIUM_PATH is set and no such file exists. */
export async function findBrowser(env = process.env) {
  const chosen = env.PLAYWRIGHT_CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new Error(`PLAYWRIGHT_CHROMIUM_PATH names no file: ${chosen}`);
  return chosen || candidates(env).find(existsSync) || (await playwrightsOwn());
}

/** @param {NodeJS.ProcessEnv} env */
function candidates(env) {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const hasWindow = env.PWDEBUG || process.argv.some((word) => ['--headed', '--debug', '--ui'].includes(word));
  return [...(hasWindow ? [] : [shell]), ...names].flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

export const howToGetOne =
  'No Chromium was found. Install Chrome or Chromium, or run `npx playwright install chromium`, or name one with PLAYWRIGHT_CHROMIUM_PATH.';
