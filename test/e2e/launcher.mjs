#!/usr/bin/env node
// Stands in for VS Code's executable where only code-server is to be had: takes the same flags, runs the suite in
// code-server's extension host with the workbench in a headless browser, and ends with the host's exit code.
import path from 'node:path';
import { format } from 'node:util';
import { openWorkbench } from './workbench.mjs';

const flags = {};
let opened;
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([^=]+)=(.*)$/.exec(argument) ?? [];
  if (name) flags[name] = path.resolve(value);
  // a flag without a value (--no-sandbox, --disable-extensions) has no meaning for the web workbench
  else if (!argument.startsWith('-')) opened = path.resolve(argument);
}

let workbench;
let ending = false;
async function finish(code, why) {
  if (ending) return;
  ending = true;
  if (why) {
    console.error(`The editor tests did not end as they should: ${why}.`);
    console.error('The last that workbench and server said (E2E_DEBUG=1 shows all):');
    for (const line of workbench?.lines.slice(-20) ?? []) console.error(`  ${line.slice(0, 400)}`);
  }
  await workbench?.close();
  process.exit(code);
}

const longest = Number(process.env.E2E_TIMEOUT_MS ?? 900_000);
setTimeout(() => finish(124, `no result after ${longest / 1000} s`), longest).unref();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => finish(130, signal));

try {
  workbench = await openWorkbench({
    driver: true,
    userData: flags['user-data-dir'],
    extensions: flags['extensions-dir'],
  });
  const { page, url, log, remote } = workbench;
  page.on('crash', () => finish(1, 'the workbench page crashed'));
  await page.exposeFunction('codeAutomationLog', (type, args) => log(`${type}: ${format(...args)}`));
  await page.exposeFunction('codeAutomationExit', (code) => finish(code));
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ['extensionDevelopmentPath', remote(flags.extensionDevelopmentPath)],
    ['extensionTestsPath', remote(flags.extensionTestsPath)],
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (opened) query.set(opened.endsWith('.code-workspace') ? 'workspace' : 'folder', remote(opened));
  await page.goto(`${url}/?${query}`, { waitUntil: 'commit' });
} catch (error) {
  await finish(1, error.message);
}
