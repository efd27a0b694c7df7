import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  // Where a developer's own server runs; only `npm run dev` uses it.
  const server = loadEnv(mode, '.', 'CAREMAP_').CAREMAP_DEV_SERVER ?? 'http://localhost:8080';
  return {
    // Relative addresses: the page also works below a path of a bureau's own site.
    base: './',
    build: {
      outDir: '../target/classes/META-INF/resources',
      // The Java build puts its own files there too.
      emptyOutDir: false,
      target: 'es2022',
      // No inlined images: a content security policy can forbid data: addresses.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 400,
    },
    server: { proxy: { '/api': server, '/tiles': server } },
  };
});
