// `npm start`: installs what is missing, builds what changed, serves the demo.
import { join } from "node:path";

import { buildAll } from "./build.mjs";
import { main, root } from "./run.mjs";
import { serve } from "./serve.mjs";

await main(async () => {
  await buildAll();
  const folder = join(root, "target/demo");
  const port = Number(process.env.PORT ?? 5173);
  const { address } = await serve({ "/": folder }, port).catch((error) => {
    // Somebody else has the port; unless it was asked for, any other will do.
    if (error.code === "EADDRINUSE" && !process.env.PORT) return serve({ "/": folder }, 0);
    throw error;
  });
  console.log(`manyi demo: ${address}`);
});
