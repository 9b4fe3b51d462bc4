import './facts.css';
import { nodeTypeOf, type PageChild } from '@journeyman/node-schemas';
import { annotationsOf, type Comment } from '../document/annotations.ts';
import { useEditor } from '../editor/editor-store.ts';
import { isDesignOnly } from '../editor/known-types.ts';
import { t } from '../texts/t.ts';
import { defaultInWords } from './fields/default-in-words.ts';
import { type PropertySchema, propertiesOf, titleOf } from './fields/property-schema.ts';

const noComments: readonly Comment[] = [];

/** What a node is for, what each of its properties means, and what was written about it. */
export function HelpTab({ node }: { readonly node: PageChild }) {
  const type = nodeTypeOf(node.type);
  const comments = useEditor(
    (state) => annotationsOf(state.document.exported).comments.get(node.id) ?? noComments,
  );
  return (
    <>
      <p className="inspector-note">{type?.help ?? t('inspector.unknownType.help', { type: node.type })}</p>
      {isDesignOnly(node.type) && <p className="inspector-note">{t('palette.designOnlyHelp')}</p>}
      {comments.length > 0 && (
        <section className="inspector-facts">
          <h3 className="inspector-heading">{t('inspector.helpTab.comments')}</h3>
          <ul>
            {comments.map(({ id, text, createdBy }) => (
              <li key={id} className="inspector-comment">
                <p>{text}</p>
                {createdBy !== undefined && <small>{createdBy}</small>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {type !== undefined && propertiesOf(type).length > 0 && (
        <section className="inspector-facts">
          <h3 className="inspector-heading">{t('inspector.helpTab.properties')}</h3>
          <dl className="inspector-definitions">
            {propertiesOf(type).map((property) => (
              <div key={property.name}>
                <dt>
                  {titleOf(property)} <code>{property.name}</code>
                </dt>
                <dd>
                  {property.schema.description} <Default schema={property.schema} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <dl className="inspector-definitions" data-small>
        <div>
          <dt>{t('inspector.helpTab.type')}</dt>
          <dd>
            <code>{node.type}</code>
          </dd>
        </div>
        {type !== undefined && type.tags.length > 0 && (
          <div>
            <dt>{t('inspector.helpTab.tags')}</dt>
            <dd>{type.tags.join(', ')}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function Default({ schema }: { readonly schema: PropertySchema }) {
  const value = defaultInWords(schema);
  return value === '' ? null : t('inspector.helpTab.default', { value });
}
