// What a policy still lacks, and the points of the scan of which it says nothing.

import { Button, Buttons } from "../../controls/buttons";
import { ExerciseLink } from "../../controls/exercise-link";
import { LastRow } from "../../controls/last-row";
import { Section } from "../../controls/panels";
import { useApp } from "../../lib/app";
import { courseAddress, exerciseAddress } from "../../lib/host";
import { useProgress } from "../../lib/screens";
import { isWritten, recallVision } from "../../plan/vision";
import { recallScan } from "../../questionnaire/scan-memory";
import { Findings } from "../../writing/findings";
import { findingsOf, gapsOf } from "./check";
import type { PolicyContent, PolicyMemory } from "./policy";
import { Steps } from "./steps";

/** The scans that ask about a policy; what the last one answers counts. */
const SCANS = ["teamscan", "beleidsscan"];

export function Check() {
  const app = useApp<PolicyContent>();
  const { content, specification, word } = app;
  const { memory, go } = useProgress<PolicyMemory>();
  const itemIds = new Set(content.items.map(({ id }) => id));
  const scans = SCANS.map((scan) => recallScan(scan, itemIds));
  const answers = Object.assign({}, ...scans.map((scan) => scan.answers));
  const isScanned = Object.keys(answers).length > 0;
  const sectorId = memory.sector ?? scans.find((scan) => scan.sector)?.sector;
  const sector =
    specification.sectors.find(({ id }) => id === sectorId) ?? specification.sectors[0];
  const hasVision = memory.withVision && isWritten(recallVision());
  const gaps = gapsOf(content, memory, app, { answers, sector, hasVision });
  const findings = findingsOf(content, memory, app);
  const isComplete = !gaps.length && findings.every(({ state }) => state === "present");
  return (
    <>
      <Steps />
      <h2>{word("beleid.check_heading")}</h2>
      <p>{word("beleid.check_intro")}</p>
      {isComplete && <p class="ps-note">{word("beleid.complete")}</p>}
      <Section title={word("beleid.gaps_heading")}>
        <p>{word(isScanned ? "beleid.gaps_scanned" : "beleid.gaps_not_scanned")}</p>
        {!isScanned && (
          <Buttons>
            <ExerciseLink
              target="_top"
              id="beleidsscan"
              href={courseAddress("beleidsscan") ?? exerciseAddress("beleidsscan")}
              text={word("beleid.to_scan")}
            />
          </Buttons>
        )}
        {gaps.length ? <Findings findings={gaps} /> : <p>{word("beleid.gaps_none")}</p>}
      </Section>
      <Section title={word("beleid.written_heading")}>
        <Findings findings={findings} />
      </Section>
      <Buttons>
        <Button onClick={() => go("topics")}>{word("beleid.all_topics")}</Button>
        <Button main onClick={() => go("readers")}>
          {word("beleid.to_readers")}
        </Button>
      </Buttons>
      <LastRow />
    </>
  );
}
