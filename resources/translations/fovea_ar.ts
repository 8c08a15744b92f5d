<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>Drop</name>
    <message>
        <source>%1 holds no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no config.json, so it is no model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a model&apos;s folder in Hugging Face form: config.json, model.safetensors and tokenizer.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One at a time: these are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files were dropped at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one folder or one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lies on another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not on this computer, and nothing is read from a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it here, and drop the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the session %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1 as the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>Colours: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*%1 *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector graphics (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>In the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next strong cell of the row or column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First or last allowed key of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten rows up or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the cell, or release it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the rows and columns selected along their labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it is held, dragging moves the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the grid of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next head</source>
        <translation type="unfinished">الرأس التالي</translation>
    </message>
    <message>
        <source>First or last head of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the head alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the ranked list of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page up or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First or last head of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest head in that direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In next tokens and lists of the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First or last row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the row, or append the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a pattern is drawn to filter heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the square, or clear it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back one level: stop work, release cell and pin, leave solo, whole matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do what the row says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the pictures of Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint pairs that are allowed, or stop painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint pairs away, or stop painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the difference, or hide it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the own and the sparse picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, allowed by, tiles, pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix or links</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReachCard</name>
    <message>
        <source>%1 directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If all %1 layers had this pattern, these tokens could reach %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It knows itself without any layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token stands before %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Explore</source>
        <translation>استكشاف</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Type here, and every key runs the model: it reads this sentence as %1 tokens, each of them a chip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of these %1 small pictures is one head on this sentence: a row for each token that looks, a column for each that is looked at, weights on a √ scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads can be ranked by where they look: averaged over the tokens, %1 gives %2 of its weight to the token just before, the most of all %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointing at a cell is a peek, and lights the pair in every view: here “%1” gives %2 of its weight to “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click, or Enter, pins the pair: it stays while you look elsewhere, follows its words through edits, and can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspector opens every weight: the products of q and k give the score %1, ℓ of the row is %2, and exp(%1 − %2) is the weight %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of %1 heads is always impressive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, so what it scores on shuffled tokens stands beside its score: %2 here, %3 shuffled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, so what it scores on shuffled tokens will stand beside its score, as soon as it is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight that rests on the first token can be hidden: every row is divided by 1 − that weight, labels say so, and the raw weight is one hover away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exports this picture as a figure; it shows where a head looks, not why the model answered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1 has %2 letters; the window takes up to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a part of it, or record all of it on the command line, with fovea record --text-file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>وحدة واحدة</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 وحدة</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text has no tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence to see where each token looks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point at a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed: future token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 token back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 token ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no room for links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>links are being computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>links: each row’s strongest, %1 more not drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>links: largest weights until %1&#x202f;% of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing the dotted or coarser parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max of each %1 × %1 cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no weight here is above %1: try %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token hidden, rows renormalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions from %1 on were never trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden, raw %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing left of this row, raw %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query %1, %2, to key %3, %4. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed: future token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row “%1” %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing left to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: no key is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renormalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sums to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> over %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not allowed%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1 of “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes %1 to %2 of “%3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not computed for this text yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the probe has not run: choose it for sort or bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is drawn in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this head may look at no drawn cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no token after the first has keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no token after the first has two keys to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no token occurs twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the text before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, shuffled %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank %1 of %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, head %2, %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, on shuffled tokens %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, rank %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The live view stops at %1 tokens; this text has %2. What follows is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions from %1 on were never trained: this model learned texts of %1 tokens. They are tinted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by the plan: %1. This is not a model that was trained so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summaries of the heads were stopped: their small pictures and numbers are not those of this text. Ctrl+R computes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous text: %1 is what the picture still shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous result: the picture was computed before the last change of the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous model: the picture is of %1, which is not the model of this document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R computes the text as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no head %1; %2 is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a cell to see how its weight comes about. Click to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed: a future token. The pair has no score and no weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed by the pattern %1. The pair has no score and no weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head is switched off by the plan. These are the weights it would have; it writes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan replaces this head by the mean of its values: each of %1 allowed keys weighs the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the previous text %1, as shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the √ scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous token</source>
        <translation>الوحدة السابقة</translation>
    </message>
    <message>
        <source>On the previous token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least on the previous token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean weight on the token just before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token</source>
        <translation>الوحدة الأولى</translation>
    </message>
    <message>
        <source>On the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least on the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean weight on the first token of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy, normalised</source>
        <translation>إنتروبيا مطبعة</translation>
    </message>
    <message>
        <source>Most spread out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy of a row over the logarithm of its keys: 0 looks at one key, 1 at all alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean distance</source>
        <translation>متوسط البعد</translation>
    </message>
    <message>
        <source>Look furthest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean distance from a token to what it looks at, in tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same token</source>
        <translation>الوحدة نفسها</translation>
    </message>
    <message>
        <source>On the same token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least on the same token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean weight of repeated tokens on their earlier occurrences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On what followed before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least on what followed before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share, probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On random tokens read twice: mean weight on what followed this token the first time. Not of this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closest to the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Furthest from the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query times key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing follows this row: there is no future that it could know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row of “%1” may look at “%2”, which follows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row of “%1” was computed before “%2” was read: it cannot know what follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the first that differs, in row %2: what follows reached it. This model, or its plan, lets rows know the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows behind did not change either, so this exchange shows nothing. Draw other tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same bit for bit: q, k, v and ℓ of all %1 heads. A model that reads in both directions would fail this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cividis-like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the word itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 word back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 word ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>links: every weight from %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest of %1 token weights: %2 → %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words: keys are summed, query pieces averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first word hidden, rows renormalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words from token %1 on were never trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the first sentence, which was pointed at last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the second sentence, which was pointed at last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head is off: it writes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last row that was computed, of %1 tokens in the text: what follows it was not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text runs, and each layer attends again with NaN behind the row …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both texts run, from the first token on …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that ran; in every layer, queries, keys and values of the tokens marked NaN were replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that ran instead, token by token; drawn with seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 meets no NaN either, so this poison shows nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In every layer q, k and v from row %1 on were made NaN; outputs and ℓ of the rows before have the same bits, in all %2 heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact; the picture shows the max of each %1 × %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden, raw %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left of this row, raw %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown %1, raw %2, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than %1 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 key masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keys masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left of this row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top keys: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy %1 nats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden: %1, raw %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean weight of drawn rows on drawn cells, less what rows that look everywhere alike would put there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished">الرأس</translation>
    </message>
    <message>
        <source>%1 at position %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mass kept %1 on average, %2 at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL %1 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output error %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty rows: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked after training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference, up to ±%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not retrained)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least of a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most of a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mnat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Useful share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention of this head alone on this machine, median of three runs. Choosing keys is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N tokens, head width d = %1, e = %2 bytes a number, tiles of T = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores and outputs. Choosing keys is not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those of allowed pairs alone, packed. A whole matrix has e · N².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiles that have an allowed pair, and so have to be computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the cells of touched tiles, those that are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of K and V that a decoder must hold at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each token sees itself and all before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours: the query itself counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window with gaps: w keys, d apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chunks that see only themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest l tokens, and every l-th one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own chunk, and the last c tokens of each chunk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window of w on each side, and tokens that see and are seen by all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first tokens, on which many heads park their weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named tokens see all and are seen by all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named tokens are seen by all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances 0, 1, 2, 4, 8 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each chunk of queries r chunks of keys, drawn by the seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First, last and neighbouring chunks, and r drawn ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any condition on query, key and length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each query&apos;s k best keys, chosen from its scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each query&apos;s k best chunks, by their mean key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The n best chunks, by scores of compressed keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that fall into one bucket of a seeded hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that belong to one cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs painted by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named tokens, both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees all, is seen by all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no token of this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>areas by hand: %1 allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>areas by hand: %1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>areas: %1 allowed, %2 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last w tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first s tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every l-th token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same chunk of b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window with gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r per row, seeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k best, from data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Causal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key ≤ query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens either way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest %1, each %1th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same chunk of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keys, %2 apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chunks of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best, from data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 best, from data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan pools key/value heads: k and v are means of %1 heads. The model was not retrained for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every token with every token at %1: %2 pairs, %3 of scores, %4 FLOPs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s own mask holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gained %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparse: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass kept by each query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1, lowest %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output error of each query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the whole head %1, largest %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rest of the pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed by %1, also by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour: the first part that allows the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full tile, %1 pairs, useful share %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial tile, %1 of %2 pairs, useful share %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; this pair is computed for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiles of %1 × %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a skipped tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays, the only key of its row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays, one of %1 keys of its row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no weights: keys of a row weigh the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of its %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 allows %2 pairs, %3 of which no part before it allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what several parts allow has the colour of the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 tiles touched, useful share %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiles %1, sparse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pair of them is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed whole, since some of their pairs are allowed: these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed there for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of partial tiles that are not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pair of them is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: 1 key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first of each %1 × %1 cells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AttentionView</name>
    <message>
        <source>query %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention of one head</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CellLegend</name>
    <message>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ComparePictures</name>
    <message>
        <source>Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairs alone, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost ◂ ▸ gained</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CompareView</name>
    <message>
        <source>How the pictures are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sparse picture shows the weights over the pairs that stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sparse picture shows the pattern alone: every pair that stays weighs the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished">مصفوفة</translation>
    </message>
    <message>
        <source>As heatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links</source>
        <translation type="unfinished">روابط</translation>
    </message>
    <message>
        <source>Own and sparse as links between tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is zoomed in one picture is zoomed in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What patterns cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What patterns do to the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect on the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop, slide, full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>painting of a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pattern of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query %1 “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2 of its mass (KL %3 nats), its output moves %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps nothing: its row is empty and writes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the pattern as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied a mask_mod for FlexAttention, as Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still of the text, head or patterns before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a row to see what it keeps. Hatched: not allowed, never drawn as zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sparse picture shows which part of the pattern lets each pair be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tiles a kernel computes: full ones, partial ones, and those that it skips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of what the pattern changes (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The own and the sparse picture in each other’s place (X)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ComparisonController</name>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ContextBar</name>
    <message>
        <source>%1 layers × %2 heads</source>
        <translation>%1 طبقات × %2 رؤوس</translation>
    </message>
    <message>
        <source>%1 key/value heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model and head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>لا نموذج</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>الرأس</translation>
    </message>
</context>
<context>
    <name>ui::ContextCard</name>
    <message>
        <source>Crop, slide, full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that a token sees, itself among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First tokens that stay in sight when the window slid off them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence Σ full · ln(full / this) of the next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−ln of the probability that the model gave the token that came, mean over the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text read in full, through a sliding window, and cropped to its last tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the text… These numbers are of what was read before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the text in full and in part…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers hand on what they saw: through %1 of them a window of %2 hears of %3 tokens before. The cropped text begins at position 0, without a start token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sliding, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sliding, %1 + 1 sink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sliding, %1 + %2 sinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cropped, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL from full %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sliding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with sinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1 over the last %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over all %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1 over all %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These numbers are of what was read before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CostCard</name>
    <message>
        <source>Cost of each pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of tokens that the cost is of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or type a number of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (this text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, ratio: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head width that the cost is of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in a query, key or value of one head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d = %1, this head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number of tokens: whole numbers from 1 to %2 are. These are still the costs at %3 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a pattern, why it has no cost</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::EffectCard</name>
    <message>
        <source>Effect on the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next-token KL, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence Σ own · ln(own / plan) of the next token, mean over all positions.
own: with the model&apos;s own attention. 0 where both are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… after the last token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same of the token that would be written next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same top token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions whose most likely next token stays what it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss, own → plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−ln of the probability that the model gave the token that came, mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token after the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a pattern to see what the model makes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masking a densely trained model is not training a sparse one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the five most likely under the plan alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the five most likely with the model&apos;s own attention alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the model with what is tried, and without…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the model… These numbers are of what was tried before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These numbers are of what was tried before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is tried on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it reaches in the run that these numbers are of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is tried on the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kv_groups(%1)</source>
        <comment>as plans have it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern on show, or the %1 key/value heads of a layer in fewer groups, each of which reads the mean keys and values of its heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has one key/value head in a layer: there is none to share it with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kv_groups(%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean-pooled, not retrained: a model trained with fewer key/value heads would have learned other ones.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>Use the built-in model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Type a sentence and see where each word looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with config.json, model.safetensors and tokenizer.json, or drop it anywhere on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ExploreController</name>
    <message>
        <source>Opening %1 was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second sentence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture stays that of %1, which can be kept here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ExploreView</name>
    <message>
        <source>Attention of the head on show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave solo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the panels at the sides back (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the first sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the second sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second sentence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second sentence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FutureCard</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Proof that a row cannot know what follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the proof away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next token alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poison: not numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In every layer, queries, keys and values of all that follows are made NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1, “%2”, with another future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before it was done: nothing is shown by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous: computed for %1, before text, plan or model changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous: asked about %1, before text, plan or model changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1, “%2”, with a poisoned future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second sentence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FuturePanel</name>
    <message>
        <source>Prove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the text again with other tokens behind this row, and compares every number before them (P)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::GalleryPopup</name>
    <message>
        <source>Gallery of patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::GrowthChart</name>
    <message>
        <source>Cost of each pattern by the number of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What grows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a pattern, its cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is compared yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HeadGrid</name>
    <message>
        <source>Heads</source>
        <translation>الرؤوس</translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · keys and values %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · changed by the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√ scale, share of a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√ scale, share of a row · layer.head</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HeadsFilter</name>
    <message>
        <source>No token of this text occurs twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text has one token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep heads by a measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure to filter by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or draw where a head should look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 heads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HeadsList</name>
    <message>
        <source>Heads, ranked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HeadsMap</name>
    <message>
        <source>Map of heads: normalised entropy across, mean distance up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, head %2: normalised entropy %3, mean distance %4 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, head %2 is not on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ mean distance, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normalised entropy →</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HeadsPanel</name>
    <message>
        <source>%1 heads</source>
        <translation>%1 رأسا</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of heads</source>
        <translation>خريطة الرؤوس</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>+ Filter</source>
        <translation>+ تصفية</translation>
    </message>
    <message>
        <source>Heads whose %1 is from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep heads by a measure, or by a pattern that you draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>الرؤوس</translation>
    </message>
    <message>
        <source>Sort the small pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model order</source>
        <translation>ترتيب النموذج</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>ترتيب</translation>
    </message>
    <message>
        <source>Heads in small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure of bars and list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>أعمدة</translation>
    </message>
    <message>
        <source>Descriptions: where a head looks is not why the model answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the first sentence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HopTokens</name>
    <message>
        <source>%1 %2: never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: the query itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3 layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>الفاحص</translation>
    </message>
    <message>
        <source>1  Match the vectors (q and k after positions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q: what the query token looks for. k: what the key token offers. Both after positions were turned into them, dimension d by dimension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  From score to weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy steps</source>
        <translation>نسخ الخطوات</translation>
    </message>
    <message>
        <source>The products and the steps as lines of text, for a calculator or a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest keys of this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of this row with the largest weights, and ‖w·v·W_O‖, the length of what each adds to the token: its value vector v, times
its weight w, through the output matrix W_O of the head. A large weight can carry little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  What the row of “%1” carries, first token hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  What the row of “%1” carries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as an align* block of TeX, for a paper or a slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens this weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::KeyboardHelp</name>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys without Ctrl or Alt act where no text is typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LinkThreshold</name>
    <message>
        <source>Which weights are drawn as links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold of links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest weights until a share of the row is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight from a fixed one on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#x202f;% of each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights from %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LookActions</name>
    <message>
        <source>Pro&amp;jector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger type, darker hatch and darker faint weights, for the back of a room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fades, slides or blinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>ال&amp;ألوان</translation>
    </message>
    <message>
        <source>&amp;Colours of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LossChart</name>
    <message>
        <source>Loss by position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position of the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−ln p of each token: rolling mean of %1 tokens; pointing tells single ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−ln p of each token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: mean %2 nats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiles recomputed from q, k, ℓ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>وحدة واحدة</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 وحدة</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward pass %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows computed in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring heads on shuffled tokens, %1 of %2 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring heads …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Fovea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fovea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>ال&amp;صورة</translation>
    </message>
    <message>
        <source>&amp;What it writes</source>
        <translation>ما &amp;يكتبه</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>المناظر</translation>
    </message>
    <message>
        <source>Hover to peek · click to pin</source>
        <translation>أشر لتنظر · انقر لتثبت</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last file is still being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>&amp;فتح مجلد نموذج…</translation>
    </message>
    <message>
        <source>Open s&amp;ession…</source>
        <translation>فتح &amp;جلسة…</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>&amp;حفظ الجلسة…</translation>
    </message>
    <message>
        <source>E&amp;xport figure…</source>
        <translation>&amp;تصدير الشكل…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;إنهاء</translation>
    </message>
    <message>
        <source>S&amp;ample sentences</source>
        <translation>جمل &amp;للتجربة</translation>
    </message>
    <message>
        <source>sample “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;Show me</source>
        <translation>&amp;أرني</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>لوحة ال&amp;مفاتيح</translation>
    </message>
    <message>
        <source>&amp;About Fovea</source>
        <translation>&amp;عن Fovea</translation>
    </message>
    <message>
        <source>Show me needs a model, which is not open yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Fovea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Fovea %1&lt;/b&gt;&lt;p&gt;Shows where a transformer looks.&lt;/p&gt;&lt;p&gt;Attention is not explanation: it shows where a head looks, not why the model answered.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proving that a row cannot know the future …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the figure as SVG, PDF or PNG (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sca&amp;le</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hea&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no name of a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it end with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing when the file is written …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sentence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of the first sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is being read. Show me can begin as soon as it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing patterns …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the model with the pattern …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MarkLegend</name>
    <message>
        <source>Marks for layers %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape of a mark says in which layer the head lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape of a mark says how deep the head lies: each stands for its layer and those up to the next shape</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MessageStrip</name>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ui::NextTokens</name>
    <message>
        <source>Most likely next tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next after token %1, the last computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token after the last</source>
        <translation>الوحدة التالية بعد الأخيرة</translation>
    </message>
    <message>
        <source>Append</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are of an older text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text goes on behind the last token that was computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own end token stands behind the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a control token, not text: it cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a part of a character: text holds whole ones only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appends %1 to the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read anew: the piece joined others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer cuts the text as a whole: together with what stood before it, the piece that was appended is other tokens than
the one that was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appends %1, the most likely token (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(own ‖ plan) %1 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence Σ own · ln(own / plan) over all tokens that may come next: own is what the model gives them with its own attention, plan with this one.
0 where both are the same. An effect of the plan on this text, not an explanation: heads can make up for one another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own attention: not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped out, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::NoticeStrip</name>
    <message>
        <source>About the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PairHeader</name>
    <message>
        <source>%1 is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>الفاحص</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>مثبت</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>نظرة</translation>
    </message>
    <message>
        <source>attends to</source>
        <translation>ينظر إلى</translation>
    </message>
    <message>
        <source>Weight %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank %1 of %2 shown keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank %1 of %2 allowed keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token hidden, raw %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw weight: the first token is hidden in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw weight: the hidden first token leaves nothing of this row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PatternBlocks</name>
    <message>
        <source>This expression is freely composed: blocks that are joined by | can be switched here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Besides the blocks: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PatternBrushes</name>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs after the query stay out: causal is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint pairs that are allowed (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint pairs that are taken away (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many cells the brush is across (comma and full stop)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PatternExpression</name>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery above shows all there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pattern is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still in force: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PatternField</name>
    <message>
        <source>Pattern expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression with what was to be put in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PatternPainter</name>
    <message>
        <source>Query %1 cannot see token %2, which follows it: nothing to paint there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to allow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to take it away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PatternPanel</name>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery of patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns of real models, and every primitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mask_mod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy mask_mod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the pattern as FlexAttention&apos;s mask_mod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the pattern as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves a picture of the pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PatternReach</name>
    <message>
        <source>Reach after layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If all %1 layers used this pattern. A pair is reached when some path of allowed links joins it, and a token always knows itself; darker = fewer hops.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PatternRow</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: type, use the arrow keys, or pull the number across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token texts in quotes, positions or ranges, with commas between: &quot;.&quot;, 3, 5-8</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PatternTabs</name>
    <message>
        <source>Patterns that are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares a copy of this pattern with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than %1 patterns are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove pattern %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PicturePlace</name>
    <message>
        <source>This text was not computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is being computed …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ProductTable</name>
    <message>
        <source>Products of query and key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RankedHeads</name>
    <message>
        <source>Compare with shuffled tokens</source>
        <translation>مقارنة بوحدات مخلوطة</translation>
    </message>
    <message>
        <source>The best of many heads is always impressive. The same words in random order, mean of %1 shuffles,
say how much of a score is chance and habit. Long texts are compared when you ask for it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest first: click for the lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest first: click for the highest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ReachCard</name>
    <message>
        <source>Shown for texts of up to %1 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin a row to see which tokens can have told it anything, and through how many layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query %1 “%2”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ReachStrip</name>
    <message>
        <source>L%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach after layers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RecentMenu</name>
    <message>
        <source>&amp;Recent models</source>
        <translation>ال&amp;نماذج الأخيرة</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>م&amp;سح القائمة</translation>
    </message>
</context>
<context>
    <name>ui::RowDialog</name>
    <message>
        <source>Row “%1” %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RowStrips</name>
    <message>
        <source>What each query keeps, and how far its output moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query %1 keeps %2 of its mass, its output moves %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query %1 keeps nothing: its row is empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SearchPopup</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions, heads, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: show the head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: pin its row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads: L0 H3 or 0.3. Tokens: text or position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best %1 of %2 matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SecondLine</name>
    <message>
        <source>Second sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention of the head on show in the second sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the second sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the second sentence (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SentenceField</name>
    <message>
        <source>Sentence</source>
        <translation>الجملة</translation>
    </message>
    <message>
        <source>Type a sentence and see where each word looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text with what was to be put in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Session</name>
    <message>
        <source>deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release of pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1 with a pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own attention of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switching off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>append %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing of the second sentence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SessionActions</name>
    <message>
        <source>Linear scale</source>
        <translation>مقياس خطي</translation>
    </message>
    <message>
        <source>√ scale</source>
        <translation>مقياس √</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>مقياس لوغاريتمي</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>خطي</translation>
    </message>
    <message>
        <source>Colour grows with the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour grows with the square root of the weight: small weights are seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation>لوغاريتمي</translation>
    </message>
    <message>
        <source>Colour grows with the logarithm of the weight: each step is a fraction of the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links + matrix</source>
        <translation>روابط + مصفوفة</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>مصفوفة</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>روابط</translation>
    </message>
    <message>
        <source>Hide first token</source>
        <translation>إخفاء الوحدة الأولى</translation>
    </message>
    <message>
        <source>Leaves the first token out and divides every row by 1 − its weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compute again</source>
        <translation>ا&amp;حسب من جديد</translation>
    </message>
    <message>
        <source>Next scale</source>
        <translation>المقياس التالي</translation>
    </message>
    <message>
        <source>Next of links, matrix, both</source>
        <translation>التالي من روابط ومصفوفة وكليهما</translation>
    </message>
    <message>
        <source>Own attention</source>
        <translation>انتباهه هو</translation>
    </message>
    <message>
        <source>Off: writes nothing</source>
        <translation>مطفأ: لا يكتب شيئا</translation>
    </message>
    <message>
        <source>Mean of allowed values</source>
        <translation>متوسط القيم المسموح بها</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>الرأس السابق</translation>
    </message>
    <message>
        <source>Next head</source>
        <translation>الرأس التالي</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>الطبقة السابقة</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>الطبقة التالية</translation>
    </message>
    <message>
        <source>Release pin</source>
        <translation>تحرير المثبت</translation>
    </message>
    <message>
        <source>Prove that the row cannot know the future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Append the most likely token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo: this head alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>الفاحص</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns are tokens, as the model reads them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns are words: keys are summed, query pieces averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Second sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence beside the first, on the same head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo&amp;upe</source>
        <translation>عد&amp;سة مكبّرة</translation>
    </message>
    <message>
        <source>The exact cells around the one that is looked at, where cells are too small to be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own attention of all heads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ShareList</name>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ShowMe</name>
    <message>
        <source>step of Show me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence is being computed …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::StepList</name>
    <message>
        <source>Sum of products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q·k: large where the query q of one token fits the key k of the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s: the sum, divided by the square root of the number of dimensions unless the model says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether this query may look at this key at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row log-sum-exp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ℓ: the logarithm of the sum of exp(s) over all allowed keys of the row. With it the weights of the row sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w: the share of the row that this key gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of what is left of the row without its first token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖w·v·W_O‖: the length of what this key adds to the token: its value vector v, times the weight w, through the output matrix W_O of the head. A large weight can carry little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ℓ, row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From score to weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SweepCard</name>
    <message>
        <source>Try all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL from the own weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern with lists of numbers in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in braces are tried one after the other: window({8, 16, 32}), sinks({0-4})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 patterns tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number in braces is tried on this head. Each point is a pattern; none lies below and left of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheapest that keeps %1: %2, which keeps %3 for %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pattern of these keeps %1 of the mass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not drawn, because rows without a key have an infinite KL: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SweepPlot</name>
    <message>
        <source>Patterns of the sweep: cost across, loss up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∞, rows keep nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: keeps %2, output error %3, KL %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache, bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL, nats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TargetPad</name>
    <message>
        <source>Target pattern: rows look, columns are looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 looks at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, drawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ToolStops</name>
    <message>
        <source>More tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::WalkCard</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Show me, step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::WelcomeCard</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>أرني</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>New here? %1 starts a walk through this window. It takes 90 seconds, by keyboard alone, and leaves everything as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help → Show me, or %1, starts it at any time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::WordPanel</name>
    <message>
        <source>the sum over %1 key pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over %1 query pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 من %2</translation>
    </message>
    <message>
        <source> · the picture hides this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · the hidden first word leaves nothing of this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · first word hidden: shown as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks nowhere, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pair of their tokens:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attends to</source>
        <translation type="unfinished">ينظر إلى</translation>
    </message>
    <message>
        <source>Weight of the words %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed: no pair of their tokens is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pieces: too many to list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::WorkIndicator</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
