// Asks for the trainer's link.

import { TrainerLinkForm } from "../../controls/trainer-link-form";
import { useApp } from "../../lib/app";

interface LinkScreenProps {
  /** What is wrong with the link that was given. */
  refusal: string;
  onLink: (token: string) => void;
}

export function LinkScreen({ refusal, onLink }: LinkScreenProps) {
  const { word } = useApp();
  const open = (token: string) => {
    onLink(token);
    return "";
  };
  return (
    <>
      <h2>{word("herhaalmeting.title")}</h2>
      <p>{word("herhaalmeting.what")}</p>
      <TrainerLinkForm isMain text={word("herhaalmeting.show")} refusal={refusal} onLink={open} />
    </>
  );
}
