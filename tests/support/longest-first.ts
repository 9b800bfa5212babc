import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What waits for minutes, so that the rest runs beside it and not before it. */
const longest = [
  'tests/journeys/socket-mode',
  'tests/faults/storms',
  'tests/journeys/http',
  'tests/faults/kills/import',
  'tests/faults/kills',
  'tests/faults',
  'tests/process',
  'tests/shell/process',
  'sandbox/tests/page',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((path) => moduleId.includes(`/${path}`));
      return found === -1 ? longest.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
