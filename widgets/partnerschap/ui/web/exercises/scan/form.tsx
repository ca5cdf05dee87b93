// The form of somebody alone; the answers stay in this browser.

import { Button } from "../../controls/buttons";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import type { FormItem } from "../../protocol";
import type { Answer } from "../../questionnaire/content";
import type { ScanMemory } from "../../questionnaire/scan-memory";
import { Statements } from "../../questionnaire/statements";
import { useScan } from "./scan";
import { WipeButton } from "./wipe-button";
import "../../controls/feedback.css";

export function FormScreen() {
  const { word } = useApp();
  const { memory, keep, go, kept } = useProgress<ScanMemory>();
  const scan = useScan();
  const answer = ({ id }: FormItem, value: Answer | null) => {
    const { [id]: _, ...others } = memory.answers;
    keep({ answers: value === null ? others : { ...others, [id]: value } });
  };
  return (
    <Statements
      content={scan.content}
      items={scan.items}
      statement={scan.statement}
      answers={scan.answers}
      area={memory.area}
      onArea={(area) => go("form", { area })}
      onAnswer={answer}
      status={
        <span class="ps-kept" role="status">
          {kept !== null && word(kept ? "form.kept" : "form.not_kept")}
        </span>
      }
      finishWord={word("form.finish")}
      onFinish={() => go("result")}
    >
      <Button onClick={() => go("start")}>{word("form.back_to_start")}</Button>
      <WipeButton />
    </Statements>
  );
}
