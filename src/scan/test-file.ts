const testFolder = /^(?:tests?|__tests__|__mocks__|specs?|e2e|cypress|test-?utils?)$/i;
const testName = /(?:^|[.-])(?:test|spec|stories|cy|e2e-spec)\.[^.]+$|^test-?utils?\.[^.]+$/i;

/**
 * Is this test code? Decided on the path alone, below the scanned root (ESLint: below the working directory),
 * so that both hosts agree. `fixtures/` and `examples/` are not tests.
 *
 * @param path POSIX path relative to the root: `src/login.test.ts`, `e2e/login.ts`
 */
export function isTestFile(path: string): boolean {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  return testName.test(name) || segments.some((segment) => testFolder.test(segment));
}
