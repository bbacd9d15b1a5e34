package dev.egresso.wizard;

/** A sheet about a cluster; it takes the place of the resources as well. */
public sealed interface ClusterView extends View
        permits Choosing,
                ChoosingNamespace,
                Looked,
                Confirming,
                Confirming.Subject,
                Rolling,
                RolledOut,
                ChoosingPod,
                Proved,
                Hindered {
    /** Where the person came from. */
    View back();

    @Override
    default boolean takesThePage() {
        return true;
    }

    @Override
    default <T> T shown(Shown<T> by) {
        return by.cluster(this);
    }

    /** The same sheet, reached from elsewhere. */
    default View from(View other) {
        return this;
    }

    /** Leads to the one who lays out this sheet. */
    <T> T sheet(Sheet<T> by);

    /** One method for each sheet. */
    interface Sheet<T> {
        T choosing(Choosing view);

        T looked(Looked view);

        T choosingNamespace(ChoosingNamespace view);

        T planned(Planned view);

        T confirming(Confirming view);

        T rolling(Rolling view);

        T rolledOut(RolledOut view);

        T takingBack(TakingBack view);

        T unfinished(Unfinished view);

        T choosingPod(ChoosingPod view);

        T proved(Proved view);

        T hindered(Hindered view);
    }

    /** Where one gets to from all of these: never to another sheet, which may be about what is not so any more. */
    static View behind(View view) {
        View at = view;
        while (at instanceof ClusterView sheet) {
            at = sheet.back();
        }
        return at instanceof Waiting waiting ? behind(waiting.back()) : at;
    }
}
