import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type Plugin, defineConfig } from "vite";
import { icons } from "./icons.ts";

const iconFolder = "node_modules/dkfds/dist/img/svg-icons";

/** One sprite of the icons we use; pages point at `icons.svg#name`. */
function iconSprite(): Plugin {
  return {
    name: "icon-sprite",
    buildStart() {
      const symbols = icons.map((name) =>
        readFileSync(join(iconFolder, `${name}.svg`), "utf8")
          .replace(/<\?xml.*?\?>|<!--.*?-->/gs, "")
          .replace(/<svg[^>]*?viewBox="([^"]+)"[^>]*>/, `<symbol id="${name}" viewBox="$1">`)
          .replace("</svg>", "</symbol>")
          .trim(),
      );
      const source = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
      this.emitFile({ type: "asset", name: "icons.svg", originalFileName: "icons.svg", source });
    },
  };
}

/** The files of `images/`, under their own hashed names. */
function images(): Plugin {
  return {
    name: "images",
    buildStart() {
      for (const name of readdirSync("images")) {
        const source = readFileSync(join("images", name));
        this.emitFile({ type: "asset", name, originalFileName: `images/${name}`, source });
      }
    },
  };
}

/** Compresses text once, here, so that the server never has to. */
function compressed(): Plugin {
  return {
    name: "compressed",
    writeBundle(options, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(css|js|svg)$/.test(file))) {
        const path = join(options.dir ?? "dist", name);
        const bytes = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(bytes));
      }
    },
  };
}

export default defineConfig({
  resolve: { alias: { "~dkfds": new URL("node_modules/dkfds/dist", import.meta.url).pathname } },
  css: {
    preprocessorOptions: {
      scss: { loadPaths: ["node_modules/dkfds/dist/scss"], quietDeps: true },
    },
  },
  build: {
    emptyOutDir: true,
    manifest: true,
    modulePreload: false,
    target: ["chrome87", "firefox78", "safari14"],
    rollupOptions: { input: ["styles/app.scss", "scripts/app.ts"] },
  },
  plugins: [iconSprite(), images(), compressed()],
});
