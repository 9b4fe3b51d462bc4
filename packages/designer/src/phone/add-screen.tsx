import { readRegistrationUri } from '@journeyman/authenticator';
import { useRef, useState } from 'react';
import { AccountTile } from './account-tile.tsx';
import { CodeCamera } from './code-camera.tsx';
import { readCodePicture } from './code-picture.ts';
import { ApprovedIcon, CameraIcon, PictureIcon } from './phone-icons.tsx';
import type { PhoneStore } from './phone-store.ts';
import { ScreenBar } from './screen-bar.tsx';
import { refusalsText, scanFailureText } from './texts.ts';

type Added = { readonly name: string; readonly warning: string };

/** Adding an account: by a pasted code, a picture of it, the camera, or a link that has to be agreed to. */
export function AddScreen({
  store,
  isOffline,
  code,
  onClose,
}: {
  readonly store: PhoneStore;
  readonly isOffline: boolean;
  /** From a link; nothing is sent to the address in it before the user agrees. */
  readonly code?: string;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(code ?? '');
  const [isCameraOn, setIsCameraOn] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [isDropping, setIsDropping] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [added, setAdded] = useState<Added>();
  const files = useRef<HTMLInputElement>(null);

  const add = async (uri: string) => {
    setIsCameraOn(false);
    setIsBusy(true);
    setFailure(undefined);
    const result = await store.scan(uri);
    setIsBusy(false);
    if (result.status !== 'added') {
      setFailure(scanFailureText(result, { isOffline, pageOrigin: location.origin }));
      return;
    }
    const warning = refusalsText(result.refusals);
    if (warning === '') onClose();
    else setAdded({ name: result.account.issuer, warning });
  };
  const addPicture = async (picture: File | null | undefined) => {
    if (!picture) return;
    setIsBusy(true);
    setFailure(undefined);
    const uri = await readCodePicture(picture);
    setIsBusy(false);
    if (uri === null) setFailure('There is no QR code in this picture. Take one that shows the whole code.');
    else await add(uri);
  };

  if (added) {
    return (
      <>
        <ScreenBar title="Account added" onBack={onClose} />
        <div className="push-result standing-approved">
          <p role="status">
            <ApprovedIcon size={56} />
            <span>{added.name} was added</span>
          </p>
          <p className="screen-warning">{added.warning}</p>
          <button type="button" className="button push-answer" onClick={onClose}>
            Done
          </button>
        </div>
      </>
    );
  }
  if (isCameraOn) {
    return (
      <>
        <ScreenBar title="Scan the code" onBack={() => setIsCameraOn(false)} />
        <CodeCamera onCode={(uri) => void add(uri)} />
      </>
    );
  }
  if (code !== undefined) {
    return (
      <>
        <ScreenBar title="Add this account?" onBack={onClose} />
        <LinkedCode code={code} />
        {failure !== undefined && (
          <p className="screen-failure" role="alert">
            {failure}
          </p>
        )}
        <div className="push-answers">
          <button
            type="button"
            className="button button-primary push-answer"
            disabled={isBusy || readRegistrationUri(code).status === 'wrong'}
            onClick={() => void add(code)}
          >
            {isBusy ? 'Adding…' : 'Add the account'}
          </button>
          <button type="button" className="button push-answer" onClick={onClose}>
            Cancel
          </button>
        </div>
      </>
    );
  }
  return (
    <>
      <ScreenBar title="Add an account" onBack={onClose} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for dropping; the buttons do the same by key */}
      <div
        className={isDropping ? 'add-ways add-ways-dropping' : 'add-ways'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsDropping(true);
        }}
        onDragLeave={() => setIsDropping(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsDropping(false);
          void addPicture(event.dataTransfer.files[0]);
        }}
        onPaste={(event) => {
          const picture = event.clipboardData.files[0];
          if (picture) {
            event.preventDefault();
            void addPicture(picture);
          }
        }}
      >
        <form
          className="add-form"
          onSubmit={(event) => {
            event.preventDefault();
            void add(text);
          }}
        >
          <label htmlFor="code">Code</label>
          <textarea
            id="code"
            rows={4}
            placeholder="pushauth://…"
            value={text}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
          <button
            type="submit"
            className="button button-primary push-answer"
            disabled={isBusy || text.trim() === ''}
          >
            {isBusy ? 'Adding…' : 'Add'}
          </button>
        </form>
        {failure !== undefined && (
          <p className="screen-failure" role="alert">
            {failure}
          </p>
        )}
        <p className="add-or">or</p>
        <button
          type="button"
          className="add-picture"
          disabled={isBusy}
          onClick={() => files.current?.click()}
        >
          <PictureIcon />
          <span>
            <strong>Choose a picture</strong>
            <span className="muted">or drop or paste one of the QR code here</span>
          </span>
        </button>
        <input
          ref={files}
          type="file"
          accept="image/*"
          hidden
          onChange={(event) => {
            void addPicture(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <button type="button" className="button push-answer" onClick={() => setIsCameraOn(true)}>
          <CameraIcon />
          Use the camera
        </button>
      </div>
    </>
  );
}

function LinkedCode({ code: text }: { readonly code: string }) {
  const reading = readRegistrationUri(text);
  if (reading.status === 'wrong') {
    return (
      <p className="screen-failure" role="alert">
        {scanFailureText(
          { ...reading, status: 'wrong code' },
          { isOffline: false, pageOrigin: location.origin },
        )}
      </p>
    );
  }
  const { code } = reading;
  return (
    <div className="account-head">
      <AccountTile account={code} size={64} />
      <p className="account-issuer">{code.issuer}</p>
      <p className="account-user">{code.account}</p>
      {code.scheme !== 'otpauth' && (
        <p className="muted">Registers with {new URL(code.push.registerUrl).host}</p>
      )}
    </div>
  );
}
