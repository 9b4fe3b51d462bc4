import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { editorChunk } from './build/editor-chunk.ts';
import { oneLanguage } from './build/one-language.ts';
import { pageHead } from './build/page-head.ts';
import { precompiledValidators } from './build/precompiled-validators.ts';

/** One page per address: `/`, `/login`, `/phone`. All share hashed assets under `/assets`. */
export default defineConfig({
  base: '/',
  plugins: [pageHead(), oneLanguage(), precompiledValidators(), react()],
  // The login widget's style sheet has a declaration that no browser reads either.
  css: { lightningcss: { errorRecovery: true } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // A data: URL would need its own exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // The login widget alone is 680 kB, and is loaded only when someone signs in.
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [editorChunk(import.meta.dirname)] } },
      input: { home: 'index.html', login: 'login/index.html', phone: 'phone/index.html' },
    },
  },
});
