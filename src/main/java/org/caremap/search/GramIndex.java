package org.caremap.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Which entries have which pieces of text (see {@link Grams}): an inverted index by Lucene in
 * memory. Documents keep their order, so that of those with equally many pieces the first come
 * first. Safe for all threads.
 */
final class GramIndex {
  private static final String GRAM = "g";
  private static final String STRONG = "s";
  private static final String KIND = "k";
  private static final double BUFFER_MEGABYTES = 256;
  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setIndexOptions(IndexOptions.DOCS);
    TERMS.setOmitNorms(true);
    TERMS.setTokenized(true);
    TERMS.freeze();
  }

  private final IndexSearcher searcher;
  private final long bytes;

  private GramIndex(IndexSearcher searcher, long bytes) {
    this.searcher = searcher;
    this.bytes = bytes;
  }

  /**
   * Indexes entries in the order given.
   *
   * @param kinds kind of each
   * @param names names of each
   */
  static GramIndex of(List<SearchKind> kinds, List<IndexedNames> names) {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setMergeScheduler(new SerialMergeScheduler())
            // Merges neighbours only: the order stays.
            .setMergePolicy(new LogDocMergePolicy());
    try {
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        GramStream grams = new GramStream();
        GramStream strong = new GramStream();
        GramStream kind = new GramStream();
        Document document = new Document();
        document.add(new Field(GRAM, grams, TERMS));
        document.add(new Field(STRONG, strong, TERMS));
        document.add(new Field(KIND, kind, TERMS));
        for (int i = 0; i < names.size(); i++) {
          Set<String> pieces = new LinkedHashSet<>();
          List<String> ofStrong = List.of();
          String[] texts = names.get(i).texts();
          for (int t = 0; t < texts.length; t++) {
            Grams.ofName(texts[t], pieces);
            if (t == names.get(i).strong() - 1) {
              ofStrong = List.copyOf(pieces);
            }
          }
          grams.restart(pieces);
          strong.restart(ofStrong);
          kind.restart(List.of(kinds.get(i).code()));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      long bytes = 0;
      for (String file : directory.listAll()) {
        bytes += directory.fileLength(file);
      }
      IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
      // Nobody asks the same twice, and what was asked is not kept.
      searcher.setQueryCache(null);
      return new GramIndex(searcher, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
  }

  /** Size of the index. */
  long bytes() {
    return bytes;
  }

  /**
   * The pieces that fewest entries have, leaving out those that none has.
   *
   * @param most how many at most
   */
  List<String> rarest(Collection<String> pieces, int most) {
    record Counted(String piece, int entries) {}
    List<Counted> counted = new ArrayList<>();
    try {
      for (String piece : pieces) {
        int entries = searcher.getIndexReader().docFreq(new Term(GRAM, piece));
        if (entries > 0) {
          counted.add(new Counted(piece, entries));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
    return counted.stream()
        .sorted(Comparator.comparingInt(Counted::entries).thenComparing(Counted::piece))
        .limit(most)
        .map(Counted::piece)
        .toList();
  }

  /**
   * The entries with most of some pieces.
   *
   * @param pieces what they should have
   * @param least how many of them they must have, at least 1
   * @param kind only these, null for all
   * @param most how many entries at most
   * @return their places, those with most first
   */
  int[] find(Collection<String> pieces, int least, @Nullable SearchKind kind, int most) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String piece : pieces) {
      all.add(has(GRAM, piece), BooleanClause.Occur.SHOULD);
      // Pieces of its own name count twice: a county before all that lies in it.
      query.add(has(STRONG, piece), BooleanClause.Occur.SHOULD);
    }
    query.add(all.build(), BooleanClause.Occur.MUST);
    if (kind != null) {
      query.add(new TermQuery(new Term(KIND, kind.code())), BooleanClause.Occur.FILTER);
    }
    try {
      ScoreDoc[] found = searcher.search(query.build(), most).scoreDocs;
      int[] places = new int[found.length];
      for (int i = 0; i < places.length; i++) {
        places[i] = found[i].doc;
      }
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
  }

  private static Query has(String field, String piece) {
    return new ConstantScoreQuery(new TermQuery(new Term(field, piece)));
  }

  /** Hands out terms made elsewhere. */
  private static final class GramStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private Iterable<String> all = List.of();
    private Iterator<String> left = all.iterator();

    void restart(Iterable<String> terms) {
      all = terms;
    }

    @Override
    public void reset() {
      left = all.iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!left.hasNext()) {
        return false;
      }
      clearAttributes();
      term.append(left.next());
      return true;
    }
  }
}
