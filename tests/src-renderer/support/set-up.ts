import '../../../src-renderer/platform/zod-without-eval.ts';
import '../../../src-renderer/styles/console.css';
