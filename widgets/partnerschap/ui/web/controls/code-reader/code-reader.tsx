// A place to read answer codes: pasted or typed, or with the camera, one person after another.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../../lib/app";
import { Button, Buttons } from "../buttons";
import { Field } from "../fields";
import { NOTHING_TOLD, type Told } from "../saving-line";
import { CodeCamera } from "./camera";
import type { DecoderLoader } from "./qr-frames";
import "./code-reader.css";

interface CodeReaderProps {
  /** Whether somebody can see it; if not, the camera goes off. */
  isOpen: boolean;
  /**
   * Gets what was pasted or seen, whatever it is; gives what to tell of it, if anything. The camera
   * gives a text once until it is stopped, a pasted text comes as often as it is sent.
   */
  onCode: (text: string) => Promise<Told | null>;
  loadDecoder: DecoderLoader;
}

export function CodeReader({ isOpen, onCode, loadDecoder }: CodeReaderProps) {
  const { word } = useApp();
  const [told, setTold] = useState(NOTHING_TOLD);
  const [isOn, setOn] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const camera = useRef<CodeCamera | null>(null);
  const latest = useRef({ onCode, loadDecoder });
  latest.current = { onCode, loadDecoder };

  const read = async (text: string) => {
    const news = await latest.current.onCode(text);
    if (news) setTold(news);
  };
  useEffect(() => {
    if (!video.current) return;
    const mine = new CodeCamera({
      video: video.current,
      onCode: (text) => void read(text),
      onStop() {
        setOn(false);
        setTold({ text: word("code.camera_stopped") });
      },
      loadDecoder: () => latest.current.loadDecoder(),
    });
    camera.current = mine;
    return mine.stop;
  }, []);
  // At once: nobody may be filmed any longer who closed it.
  useLayoutEffect(() => {
    if (!isOpen) camera.current?.stop();
  }, [isOpen]);

  const toggle = async () => {
    const { current } = camera;
    if (!current || current.isRunning) return current?.stop();
    setOn(true);
    setTold({ text: word("code.camera_opening") });
    const reason = await current.start();
    if (reason) {
      setOn(false);
      setTold({ text: word(`code.camera_${reason}`), isWrong: true });
    } else if (current.isRunning) setTold({ text: word("code.camera_ready") });
  };
  return (
    <div class="ps-reader">
      <div>
        <Buttons>
          <Button onClick={() => void toggle()}>
            {word(isOn ? "code.camera_stop" : "code.camera_start")}
          </Button>
        </Buttons>
        <video
          ref={video}
          class="ps-camera"
          playsInline
          muted
          hidden={!isOn}
          aria-label={word("code.camera_view")}
        />
      </div>
      <Status {...told} />
      <CodeForm
        onCode={(text) => {
          if (text) void read(text);
          else setTold({ text: word("code.nothing"), isWrong: true });
        }}
      />
    </div>
  );
}

function Status({ text, isWrong }: Told) {
  const look = isWrong ? "ps-problem" : text ? "ps-note" : "";
  return (
    <p class={`ps-reader-status ${look}`.trim()} role="status">
      {text}
    </p>
  );
}

function CodeForm({ onCode }: { onCode: (text: string) => void }) {
  const { word } = useApp();
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    field.current?.focus();
    field.current?.select(); // the next code takes its place, and a mistake can still be mended
    onCode(typed.trim());
  };
  return (
    <form onSubmit={submit}>
      <p class="ps-hint">{word("code.field_hint")}</p>
      <Field label={word("code.field")}>
        <input
          ref={field}
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <button class="ps-button" type="submit">
        {word("code.add")}
      </button>
    </form>
  );
}
