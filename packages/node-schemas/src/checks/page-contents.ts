import type { Problem } from './problem.ts';
import { ofNode } from './report.ts';
import type { Survey, SurveyedChild, SurveyedNode } from './survey.ts';

/** A page holds nodes that can share a page. The first sentence of each message is AM's. */
export function pageContents(survey: Survey): Problem[] {
  return survey.all
    .filter(({ node }) => node.children !== undefined)
    .flatMap((page) =>
      faults(page).map(({ child, message }) =>
        ofNode(survey, child ?? page, {
          code: 'page-contents',
          severity: 'error',
          message,
          path:
            child === undefined
              ? ['nodes', page.node.id, 'nodes']
              : ['nodes', page.node.id, 'nodes', page.children.indexOf(child)],
        }),
      ),
    );
}

const ownPages: ReadonlySet<string> = new Set(['PageNode', 'InnerTreeEvaluatorNode']);

function faults(page: SurveyedNode): { child?: SurveyedChild; message: string }[] {
  const name = page.node.displayName;
  if (page.children.length === 0) {
    return [
      { message: `This page has no nodes in it, so cannot proceed. Put a node into ${name}, or remove it.` },
    ];
  }
  return page.children.flatMap((child, index) => {
    const message = faultOf(child, name, index === page.children.length - 1);
    return message === undefined ? [] : [{ child, message }];
  });
}

function faultOf(child: SurveyedChild, page: string, isLast: boolean): string | undefined {
  const { id, type, displayName, configMissing } = child.node;
  if (ownPages.has(type)) {
    return `Illegal child node type: ${type}. Take ${displayName} out of ${page} and connect it instead.`;
  }
  if (configMissing) return `Node does not exist: ${id}. Remove ${displayName} from ${page} and add it anew.`;
  if (child.type === undefined) return undefined;
  if (child.outcomes.length === 0) {
    return `Node does not have any outcomes: ${type}. Configure ${displayName} so that it has one, or take it out of ${page}.`;
  }
  if (!isLast && child.outcomes.length > 1) {
    return `Only the last node in a page can have more than one outcome. Move ${displayName} to the end of ${page}.`;
  }
  return undefined;
}
