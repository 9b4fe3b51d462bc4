#!/usr/bin/env node

// What follows uses what older versions do not have, and they would print where they stumbled.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `journeyman: Node 24 or newer is needed; this is ${process.version}. npx journeyman brings it.`,
  );
  process.exitCode = 2;
} else {
  await import('./quick-start.js');
  await import('../src/main.ts');
}
