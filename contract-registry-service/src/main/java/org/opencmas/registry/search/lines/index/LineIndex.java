package org.opencmas.registry.search.lines.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The index of this instance: written by one thread, read by many. What readers see are whole lists; what a crash leaves are whole
 * lists. Lines of a list stand together, by item id, so that counting a list's lines is counting bits.
 */
public final class LineIndex implements Closeable {
    /** To be raised whenever documents or words are made in another way: an index of another format is built anew. */
    private static final String FORMAT = "1";

    public static final String LIST = "list";
    public static final String ITEM = "item";
    public static final String ITEM_KEY = "itemKey";
    public static final String DESCRIPTION = "description";
    public static final String UNIT = "unit";
    public static final String PRICE = "price";

    private static final FieldType STEMS = words(IndexOptions.DOCS);
    private static final FieldType EXACT = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final int BUFFER_MEGABYTES = 24;

    private final Analyzer analyzer = LineWords.analyzer();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile long rebuilt;
    private final Set<UUID> lists = ConcurrentHashMap.newKeySet();

    private LineIndex(Directory directory, IndexWriterConfig.OpenMode mode) throws IOException {
        var configuration = new IndexWriterConfig(analyzer)
                .setIndexSort(new Sort(
                        new SortField(LIST, SortField.Type.STRING), new SortField(ITEM, SortField.Type.STRING)))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setOpenMode(mode)
                // What a stop interrupts is half a list.
                .setCommitOnClose(false);
        writer = new IndexWriter(directory, configuration);
        searchers = new SearcherManager(writer, new SearcherFactory());
        lists.addAll(readLists());
        rebuilt = readRebuilt();
    }

    /** Opens what is in the directory; what cannot be used, for whatever reason, is thrown away and begun anew. */
    public static LineIndex open(Directory directory) throws IOException {
        if (isUsable(directory)) {
            return new LineIndex(directory, IndexWriterConfig.OpenMode.APPEND);
        }
        return new LineIndex(directory, IndexWriterConfig.OpenMode.CREATE);
    }

    /** Begins anew, whatever is there. */
    public static LineIndex create(Directory directory) throws IOException {
        return new LineIndex(directory, IndexWriterConfig.OpenMode.CREATE);
    }

    private static boolean isUsable(Directory directory) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return FORMAT.equals(reader.getIndexCommit().getUserData().get("format"));
        } catch (IOException | IllegalArgumentException e) {
            // None there, of another version of the library, or damaged: it holds nothing that the database does not.
            return false;
        }
    }

    private static FieldType words(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    public Analyzer analyzer() {
        return analyzer;
    }

    /** The lists whose lines can be found. */
    public Set<UUID> lists() {
        return Set.copyOf(lists);
    }

    public int listCount() {
        return lists.size();
    }

    boolean holds(UUID list) {
        return lists.contains(list);
    }

    /** Takes a line in; it is found once {@link #complete} was called. */
    public void add(UUID list, IndexedLine line) throws IOException {
        var document = new Document();
        BytesRef key = key(list);
        document.add(new SortedDocValuesField(LIST, key));
        document.add(new StringField(LIST, key, Field.Store.NO));
        document.add(new SortedDocValuesField(ITEM, new BytesRef(line.itemId())));
        document.add(new StringField(ITEM_KEY, itemKey(line.itemId()), Field.Store.NO));
        document.add(new StoredField(ITEM, line.itemId()));
        document.add(new StoredField(DESCRIPTION, line.description()));
        document.add(new StoredField(UNIT, line.unit()));
        document.add(new LongField(PRICE, IndexedLine.millionths(line.price()), Field.Store.YES));
        document.add(new Field(LineWords.STEMS, line.description(), STEMS));
        document.add(new Field(LineWords.EXACT, line.description(), EXACT));
        document.add(new Field(LineWords.ENDINGS, line.description(), STEMS));
        writer.addDocument(document);
    }

    /** Shows a list, all of whose lines were added. */
    public void complete(UUID list) throws IOException {
        searchers.maybeRefreshBlocking();
        lists.add(list);
    }

    /** Takes a list out, whole or half. */
    public void remove(UUID list) throws IOException {
        writer.deleteDocuments(new Term(LIST, key(list)));
        lists.remove(list);
        searchers.maybeRefreshBlocking();
    }

    /**
     * Makes what was done outlast a crash. Called between lists only.
     *
     * @param rebuild the number of the last order to build it anew that was carried out
     */
    public void commit(long rebuild) throws IOException {
        writer.setLiveCommitData(
                Map.of("format", FORMAT, "rebuild", Long.toString(rebuild)).entrySet());
        writer.commit();
        rebuilt = rebuild;
    }

    /** The number of the last order to build it anew that was carried out; 0 for none. */
    public long rebuilt() {
        return rebuilt;
    }

    /** Takes a list's lines out; they are found until {@link #complete} shows what was put in their place. */
    public void beginAgain(UUID list) throws IOException {
        writer.deleteDocuments(new Term(LIST, key(list)));
    }

    /** What can be found now; to be given back. */
    public IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    public void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    private long readRebuilt() {
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed == null) {
            return 0;
        }
        for (Map.Entry<String, String> each : committed) {
            if (each.getKey().equals("rebuild")) {
                return Long.parseLong(each.getValue());
            }
        }
        return 0;
    }

    private Set<UUID> readLists() throws IOException {
        Set<UUID> held = new HashSet<>();
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Terms terms = leaf.reader().terms(LIST);
                if (terms != null) {
                    addLive(leaf.reader(), terms.iterator(), held);
                }
            }
        } finally {
            searchers.release(searcher);
        }
        return held;
    }

    /** A list that was taken out is a term until its segment is merged. */
    private static void addLive(LeafReader segment, TermsEnum terms, Set<UUID> held) throws IOException {
        Bits live = segment.getLiveDocs();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            PostingsEnum lines = terms.postings(null, PostingsEnum.NONE);
            int line = lines.nextDoc();
            while (line != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(line)) {
                line = lines.nextDoc();
            }
            if (line != DocIdSetIterator.NO_MORE_DOCS) {
                held.add(list(term));
            }
        }
    }

    public static String itemKey(String itemId) {
        return itemId.strip().toLowerCase(Locale.ROOT);
    }

    public static BytesRef key(UUID list) {
        return new BytesRef(ByteBuffer.allocate(16)
                .putLong(list.getMostSignificantBits())
                .putLong(list.getLeastSignificantBits())
                .array());
    }

    public static UUID list(BytesRef key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.bytes, key.offset, key.length);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        // What is not committed is half done.
        writer.rollback();
    }
}
