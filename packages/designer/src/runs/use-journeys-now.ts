import { useEffect, useState } from 'react';
import { useWorkplace } from '../files/workplace.ts';

/** The files of the journeys that the service has now, by name; undefined while that is not known. */
export function useJourneysNow(realm: string): ReadonlyMap<string, string> | undefined {
  const { files, kind } = useWorkplace();
  const [journeys, setJourneys] = useState<ReadonlyMap<string, string>>();
  useEffect(() => {
    // What is in a folder of this computer is not what runs.
    if (kind === 'folder') return undefined;
    let isWanted = true;
    void files.list(realm).then((listed) => {
      if (!isWanted || listed.status !== 'listed') return;
      setJourneys(new Map(listed.realm.journeys.map(({ name, file }) => [name, file])));
    });
    return () => {
      isWanted = false;
    };
  }, [files, kind, realm]);
  return journeys;
}
